import { XSS_VECTORS } from '../../main/postings/test-support/xss-vectors.ts'
import { giveFile, goTo, jobsList, openJob } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

/** So many tricks in one posting: unclosed tags of one must not hide all others. */
const TRICKS_A_POSTING = 10

const evilText = (index: number): string =>
  `<img src=x onerror="document.title='owned'"><script>top.owned=1</script>Evil ${index}`

test('three hundred tricks in postings: nothing runs, nothing is asked of anybody', async ({ home }) => {
  test.slow()
  // The fixture fails the test for any foreign request; dialogs and traces of scripts are watched here.
  const ran: string[] = []
  home.on('dialog', dialog => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  const postings = []
  for (let at = 0; at < XSS_VECTORS.length; at += TRICKS_A_POSTING)
    postings.push({
      title: evilText(at),
      company: evilText(at),
      location: evilText(at),
      url: 'javascript:alert(1)',
      description: `<p>Text ${at}</p>${XSS_VECTORS.slice(at, at + TRICKS_A_POSTING).join('<hr>')}<p>End ${at}</p>`,
    })
  await home.getByRole('button', { name: 'Choose a file' }).click()
  await giveFile(home, '<img src=x onerror=alert(1)>.json', JSON.stringify(postings))
  await home.getByLabel('Name of the new campaign').fill('<script>alert(1)</script>')
  await home.getByRole('button', { name: 'Start the import' }).click()
  await home.getByRole('button', { name: 'Show the jobs' }).click()
  const rows = jobsList(home).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const count = Number(await rows.first().getAttribute('aria-setsize'))
  expect(count).toBeGreaterThan(20)

  for (let id = 1; id <= count; id++) {
    await goTo(home, `/jobs/${id}`)
    const job = openJob(home)
    await expect(job.getByRole('heading', { name: /Evil \d+/ }).first()).toBeVisible()
    const frame = job.locator('iframe')
    if ((await frame.count()) > 0) {
      await expect(frame).toHaveAttribute('sandbox', '')
      await expect(frame.contentFrame().locator('body')).toContainText('Text')
      const unwanted = frame
        .contentFrame()
        .locator('script,img,svg,iframe,object,embed,form,input,link,base,video')
      expect(await unwanted.count()).toBe(0)
    }
  }
  const traces = await home.evaluate(() => ({
    owned: 'owned' in window,
    title: document.title,
    javascriptLinks: document.querySelectorAll('[href^="javascript:" i]').length,
  }))
  expect(traces).toMatchObject({ owned: false, javascriptLinks: 0 })
  expect(traces.title).not.toBe('owned')
  expect(ran).toEqual([])
})

test('whoever has not the address is not let in', async ({ home, shell, browser }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  for (const address of [`${shell.origin}/`, shell.address, `${shell.origin}/assets/index.js`]) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(401)
  }
  await expect(page.getByRole('heading', { name: 'This page is not signed in' })).toBeVisible()
  await stranger.close()
  await expect(home.getByRole('heading', { name: 'Welcome to Rolecall' })).toBeVisible()
})
