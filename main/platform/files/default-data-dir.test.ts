import { expect, it } from 'vitest'
import { defaultDataDir } from './default-data-dir.ts'

it.each([
  ['linux', {}, '/home/sam', '/home/sam/.local/share/rolecall'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/sam', '/data/rolecall'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/sam', '/home/sam/.local/share/rolecall'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/sam', '/home/sam/.local/share/rolecall'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/sam', '/Users/sam/Library/Application Support/Rolecall'],
  ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\sam', 'D:\\Roaming\\Rolecall'],
  ['win32', {}, 'C:\\Users\\sam', 'C:\\Users\\sam\\AppData\\Roaming\\Rolecall'],
] as const)('on %s with %o and home %s: %s', (platform, env, home, folder) => {
  expect(defaultDataDir({ platform, env, home })).toBe(folder)
})
