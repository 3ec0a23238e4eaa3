import { expect, it } from 'vitest'
import { createSecretQuestions } from './secret-questions.ts'

/** The numbers of the first questions of a thread. */
function asked(count: number) {
  const ids: number[] = []
  const questions = createSecretQuestions(id => ids.push(id))
  const answers = Array.from({ length: count }, () => questions.ask('greenhouse', 'api_key', 'example.org'))
  return { ids, questions, answers }
}

it('takes no answer that was meant for a thread before it', async () => {
  const [before, after] = [asked(3), asked(3)]
  for (const id of before.ids) after.questions.answer(id, 'the key of another host')
  for (const id of after.ids) after.questions.answer(id, 'its own')
  expect(await Promise.all(after.answers)).toEqual(['its own', 'its own', 'its own'])
})
