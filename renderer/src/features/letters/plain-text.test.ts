import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('a letter as plain text keeps its words, lists and lines, and no marks', () => {
  const markdown = [
    '# Application',
    '',
    'Dear **Ada**, I read *your* posting with __great__ _interest_,  ',
    'snake_case and 2 * 3 * 4 stay.',
    '',
    '- [My page](https://example.org/me)',
    '- [example.org](https://example.org/)',
    '- [ada@example.org](mailto:ada@example.org)',
    '1. `code` \\*star\\*',
    '',
    '> quoted',
    '',
    '---',
    '',
    'Regards',
  ].join('\n')
  expect(plainText(markdown)).toBe(
    [
      'Application',
      '',
      'Dear Ada, I read your posting with great interest,',
      'snake_case and 2 * 3 * 4 stay.',
      '',
      '- My page (https://example.org/me)',
      '- example.org',
      '- ada@example.org',
      '1. code *star*',
      '',
      'quoted',
      '',
      'Regards',
    ].join('\n'),
  )
})
