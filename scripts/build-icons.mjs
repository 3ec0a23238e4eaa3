// `npm run icons`: draws the PNG files from the SVG sources in resources/icon, with Chromium. Run it after a change
// of a source and commit what it wrote; nothing else needs it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { ensureChromium } from './lib/chromium.mjs'
import { projectNode } from './lib/node.mjs'
import { prepare } from './lib/prepare.mjs'
import { handOver } from './lib/processes.mjs'
import { at, runScript, Stop } from './lib/project.mjs'

const sizes = [16, 32, 64, 256, 512]
/** A tray stands on a light or a dark bar; a Mac colours its template image itself. */
const trays = [
  ['tray-light', '#1b1c20'],
  ['tray-dark', '#f4f4f7'],
  ['trayTemplate', '#000000'],
]

/** [source, colour or undefined, edge in pixels, target] of every image. */
const images = [
  ...sizes.map(size => ['icon.svg', undefined, size, `resources/icon/icon-${size}.png`]),
  ...trays.flatMap(([name, colour]) => [
    ['tray.svg', colour, 16, `resources/icon/${name}.png`],
    ['tray.svg', colour, 32, `resources/icon/${name}@2x.png`],
  ]),
  ['icon.svg', undefined, 192, 'renderer/public/icon-192.png'],
  ['icon.svg', undefined, 512, 'renderer/public/icon-512.png'],
  ['maskable.svg', undefined, 512, 'renderer/public/icon-maskable-512.png'],
]

async function draw(executablePath) {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage()
  for (const [source, colour, edge, target] of images) {
    const svg = readFileSync(at('resources', 'icon', source), 'utf8')
    await page.setViewportSize({ width: edge, height: edge })
    const style = `body{margin:0}svg{display:block;width:${edge}px;height:${edge}px;${colour ? `color:${colour}` : ''}}`
    await page.setContent(`<style>${style}</style>${svg}`)
    writeFileSync(at(target), await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  copyFileSync(at('resources/icon/icon.svg'), at('renderer/public/icon.svg'))
  console.log(`Drew ${images.length} images.`)
}

await runScript(async () => {
  await prepare({ build: false })
  if (projectNode() !== process.execPath) return handOver(projectNode(), [at('scripts', 'build-icons.mjs')])
  const { path, reason } = await ensureChromium({ say: console.log })
  if (!path) throw new Stop(reason)
  await draw(path)
})
