import { describe, expect, it } from 'vitest'
import { Settings } from '../../../../main/contract/shapes.ts'
import { hostProblem, MAIL_PRESETS, portFor, portProblem, presetOf, serverName } from './mail-presets.ts'

describe('providers', () => {
  it('fill in settings that are allowed, and are known again by them', () => {
    for (const preset of MAIL_PRESETS) {
      const settings = Settings.parse(preset.server)
      expect(presetOf(settings)).toBe(preset)
      expect(hostProblem(preset.server.mailHost)).toBeNull()
    }
    expect(presetOf(Settings.parse({ mailHost: 'smtp.example.org' }))).toBeUndefined()
  })

  it('leave the connection unencrypted on this computer only', () => {
    const open = MAIL_PRESETS.filter(preset => preset.server.mailSecurity === 'none')
    expect(open.map(preset => preset.server.mailHost)).toEqual(['127.0.0.1'])
  })
})

describe('the port', () => {
  it('follows the security until somebody chose another', () => {
    const usual = { mailHost: 'smtp.example.org', mailPort: 465, mailSecurity: 'tls' } as const
    expect(portFor(usual, 'starttls')).toBe(587)
    expect(portFor({ ...usual, mailPort: 2465 }, 'starttls')).toBe(2465)
  })

  it('is a number from 1 to 65535', () => {
    expect(['1', '465', '65535'].map(portProblem)).toEqual([null, null, null])
    for (const bad of ['', '0', '65536', '4 65', '46.5', '-1', 'smtp'])
      expect(portProblem(bad)).toMatch(/number/)
  })
})

describe('the name of a server', () => {
  it('may be a name, an address of four numbers, or nothing', () => {
    for (const good of ['', 'localhost', '127.0.0.1', 'mail.müller.example', 'smtp-relay.example.org', '::1'])
      expect(hostProblem(good)).toBeNull()
    expect(['SMTP.Example.org', 'mail.müller.example', '::1', '[::1]'].map(serverName)).toEqual([
      'smtp.example.org',
      'mail.xn--mller-kva.example',
      '[::1]',
      '[::1]',
    ])
  })

  it('says what to leave out', () => {
    expect(hostProblem('smtp://smtp.example.org')).toMatch(/:\/\//)
    expect(hostProblem('smtp.example.org:465')).toMatch(/port/)
    expect(hostProblem('me@example.org')).toMatch(/address/)
    expect(hostProblem('two words')).toMatch(/smtp\.example\.org/)
    expect(hostProblem('a..b')).not.toBeNull()
  })
})
