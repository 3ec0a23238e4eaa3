import { expect, test } from 'vitest'
import { lastAlternative } from './alternatives.ts'

test('what is suggested for is the last alternative; what stands before it is kept', () => {
  expect(lastAlternative('backend')).toEqual({ before: '', text: 'backend' })
  expect(lastAlternative('backend engineer OR plat')).toEqual({
    before: 'backend engineer OR ',
    text: 'plat',
  })
  expect(lastAlternative('a | b or c')).toEqual({ before: 'a | b or ', text: 'c' })
  expect(lastAlternative('orator')).toEqual({ before: '', text: 'orator' })
  expect(lastAlternative('nurse OR ')).toEqual({ before: 'nurse OR ', text: '' })
})
