import { join, resolve } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { defaultDataDir } from '../../platform/files/default-data-dir.ts'
import { readOptions } from './options.ts'

afterEach(() => vi.unstubAllEnvs())

it('takes its own arguments from among those of Electron and Chromium', () => {
  vi.stubEnv('INIT_CWD', '/home/person')
  const args = ['--no-sandbox', '/opt/rolecall', '--data-dir', 'jobs', '--sample', '--enable-features=A,B']
  expect(readOptions(args)).toEqual({ dataDir: resolve('/home/person', 'jobs'), sample: true, hidden: false })
  expect(readOptions(['--hidden', '--data-dir=/data'])).toEqual({
    dataDir: resolve('/data'),
    sample: false,
    hidden: true,
  })
})

it('uses the usual folder when none is named', () => {
  expect(readOptions([join('.')])).toEqual({ dataDir: defaultDataDir(), sample: false, hidden: false })
})

it.each([[['--data-dir']], [['--data-dir=']], [['--data-dir', '--sample']]])('refuses %j', args => {
  expect(readOptions(args)).toEqual({ wrong: '--data-dir needs a folder.' })
})
