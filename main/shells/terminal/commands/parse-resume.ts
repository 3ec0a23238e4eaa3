import { rolecallError } from '../../../contract/errors.ts'
import { localDate } from '../../../platform/schedule.ts'
import { threadEntry } from '../../../platform/threads/entries.ts'
import { createParserProcess } from '../../../platform/threads/parser-process.ts'
import { commandAlone } from '../command.ts'
import { type ResumeLine, resumeLine } from '../resume/resume-line.ts'
import { resumeText } from '../resume/resume-text.ts'
import { typedPath } from '../typed-path.ts'
import { count } from '../words.ts'

export const parseResume = commandAlone({
  name: 'parse-resume',
  usage: 'FILE… [--password TEXT]',
  summary:
    'Says what résumés state, without a language model: contacts, skills, positions and schools with their dates, years of experience. Reads PDF, Word, RTF, text, Markdown and JSON Resume, told by their content. With --json one line for each file; dates are YYYY-MM, YYYY or "present". --password opens locked PDFs. Needs no data folder.',
  options: { password: { type: 'string' } },
  words: { least: 1, most: 10_000, what: 'one or more files' },
  prepare(values, files) {
    return async ({ signal, line, progress }) => {
      const parser = createParserProcess(threadEntry('parser'))
      const stop = (): void => void parser.stop()
      signal.addEventListener('abort', stop)
      const texts: string[] = []
      const read: ResumeLine[] = []
      try {
        for (const file of files) {
          signal.throwIfAborted()
          const asked = {
            file,
            path: typedPath(file),
            password: values.password ?? null,
            today: localDate(new Date()),
          }
          const answer = await resumeLine(parser, asked)
          signal.throwIfAborted()
          read.push(answer)
          // One line for each file, as soon as it is read.
          if (values.json) line(answer)
          else texts.push(...resumeText(answer), '')
          progress.show('Reading', read.length / files.length, read.length, files.length)
        }
      } finally {
        signal.removeEventListener('abort', stop)
        await parser.stop()
      }
      const failed = read.filter(answer => !answer.ok).length
      return {
        json: undefined,
        lines: texts.slice(0, -1),
        problems:
          failed === 0
            ? []
            : [
                rolecallError(
                  'file_not_understood',
                  `${failed} of ${count(files.length, 'file')} could not be read as a résumé.`,
                ),
              ],
      }
    }
  },
})
