import { expect, test } from 'vitest'
import { boardToken } from './board-token.ts'

test.each([
  ['acme', 'acme'],
  ['  Acme-Labs ', 'acme-labs'],
  ['https://boards.greenhouse.io/acme', 'acme'],
  ['boards.greenhouse.io/acme/jobs/4012', 'acme'],
  ['https://job-boards.eu.greenhouse.io/acme?gh_src=x', 'acme'],
  ['https://boards.greenhouse.io/embed/job_board?for=acme&b=https://acme.example', 'acme'],
  ['https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true', 'acme'],
])('%s is the board %s', (pasted, token) => {
  expect(boardToken(pasted)).toBe(token)
})

test.each([
  '',
  'https://acme.example/careers',
  'https://greenhouse.io.evil.example/acme',
  'two words',
  'https://boards.greenhouse.io/embed/job_board',
])('%s names no board', pasted => {
  expect(boardToken(pasted)).toBeNull()
})
