// Asks again and again, four at a time, until it is killed: node asking.ts DIR URL.
import { openDesk, question } from './desk.ts'

const [dataDir, url] = process.argv.slice(2)
if (dataDir === undefined || url === undefined) throw new Error('asking.ts DIR URL')
const desk = openDesk({
  dataDir,
  settings: { aiBaseUrl: url, aiPriceIn: 1, aiPriceOut: 10, aiCapDay: 0.05, aiConcurrency: 4 },
})
await Promise.all(
  [1, 2, 3, 4].map(async () => {
    for (;;) {
      const answer = await desk.ai.ask(question())
      if (!answer.ok && answer.reason === 'cap') return
    }
  }),
)
await desk.close()
