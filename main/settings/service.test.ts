import { afterEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'

let backend: TestBackend
afterEach(() => backend.close())

it('changes the settings that are given and leaves the others as they are', async () => {
  backend = openBackend()
  await backend.call('settings.update', { theme: 'dark', quietHours: { from: '22:00', to: '07:00' } })
  const settings = await backend.call('settings.update', { keepRunningInTray: true })
  expect(settings).toMatchObject({
    theme: 'dark',
    quietHours: { from: '22:00', to: '07:00' },
    keepRunningInTray: true,
  })
  expect(await backend.call('settings.get', {})).toEqual(settings)
})

it('says which settings changed, and nothing when none was given', async () => {
  backend = openBackend()
  await backend.call('settings.update', { density: 'comfortable' })
  await backend.call('settings.update', {})
  expect(backend.events.map(event => event.payload)).toEqual([{ keys: ['density'] }])
})

it('refuses a value that does not fit and keeps the old one', async () => {
  backend = openBackend()
  await backend.call('settings.update', { theme: 'light' })
  expect(await backend.refusal('settings.update', { theme: 'purple' })).toMatchObject({
    code: 'bad_input',
    field: 'theme',
  })
  expect(await backend.call('settings.get', {})).toMatchObject({ theme: 'light' })
})
