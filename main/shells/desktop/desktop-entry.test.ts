import { expect, it } from 'vitest'
import { desktopEntry } from './desktop-entry.ts'

const execOf = (command: string[]) => /^Exec=(.*)$/m.exec(desktopEntry(command))?.[1]

it('names the program and its arguments', () => {
  expect(execOf(['/opt/Rolecall/rolecall', '--hidden'])).toBe('"/opt/Rolecall/rolecall" "--hidden"')
})

it('keeps every character of a path', () => {
  expect(execOf(['/home/a b/100%'])).toBe('"/home/a b/100%%"')
  expect(execOf(['/home/"x"/$y/`z`'])).toBe('"/home/\\\\"x\\\\"/\\\\$y/\\\\`z\\\\`"')
  expect(execOf(['a\\b'])).toBe('"a\\\\\\\\b"')
  expect(desktopEntry(['a\nX-Other=1'])).not.toMatch(/^X-Other/m)
})
