import { command, wholeNumber } from '../command.ts'
import { jobValue } from '../job-value.ts'
import { table } from '../table.ts'
import { salaryText } from '../words.ts'

export const search = command({
  name: 'search',
  usage: 'TEXT [--limit N]',
  summary: 'Jobs that hold these words, or fit scopes such as company:acme or remote:yes. By itself 20.',
  options: { limit: { type: 'string' } },
  words: { least: 1, most: 50, what: 'the text to search for' },
  prepare(values, words) {
    const text = words.join(' ')
    const limit = wholeNumber(values.limit, '--limit', 200) ?? 20
    return async ({ ask }) => {
      const found = limit === 0 ? { rows: [], corrections: [] } : await ask('search.jobs', { text, limit })
      const rows = found.rows.map(({ job }) => job)
      const corrected = found.corrections.map(
        ({ typed, used }) => `No job has the word "${typed}": these have "${used}".`,
      )
      return {
        json: rows.map(jobValue),
        lines:
          rows.length === 0
            ? [`Nothing was found for "${text}".`]
            : [
                ...corrected,
                ...table(rows, [
                  { head: 'Job', of: row => String(row.id), right: true },
                  { head: 'Title', of: row => row.title, most: 46 },
                  { head: 'Company', of: row => row.company, most: 26 },
                  { head: 'Place', of: row => row.location, most: 26 },
                  { head: 'Pay', of: salaryText, most: 30 },
                  {
                    head: 'Score',
                    of: row => (row.score === null ? '–' : row.score.toFixed(1)),
                    right: true,
                  },
                ]),
              ],
      }
    }
  },
})
