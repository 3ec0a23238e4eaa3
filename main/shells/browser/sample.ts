import type { Core } from '../../app/core.ts'

/** Fills an empty database with the shipped sample; says so when there is data already, or why it could not. */
export async function loadSample(core: Pick<Core, 'call'>): Promise<void> {
  const answer = await core.call({ id: 1, procedure: 'sample.load', input: {} })
  if (answer.ok) return
  if (answer.error.code === 'conflict')
    console.log('The sample was left out, because this Rolecall holds data already.')
  else console.error(`The sample could not be loaded: ${answer.error.message}`)
}
