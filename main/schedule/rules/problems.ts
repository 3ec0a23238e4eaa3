const EXAMPLE = 'Write a time such as 04:00, or five fields such as 0 4 * * 1-5.'

/** The fields of an expression in their order, with the numbers they take. */
const FIELDS = [
  { name: 'minute', low: 0, high: 59 },
  { name: 'hour', low: 0, high: 23 },
  { name: 'day of the month', low: 1, high: 31 },
  { name: 'month', low: 1, high: 12 },
  { name: 'day of the week', low: 0, high: 7 },
] as const
const MONTHS = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b/gi
const DAYS = /\b(?:sun|mon|tue|wed|thu|fri|sat)(?![a-km-z])/gi

function timeProblem(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.h](\d{2})$/.exec(typed) ?? []
  if (hours === '') return null
  if (Number(hours) > 23 || Number(minutes) > 59) return `A clock never shows ${typed}. ${EXAMPLE}`
  return `Write it as ${hours.padStart(2, '0')}:${minutes}.`
}

function fieldProblem(text: string, field: (typeof FIELDS)[number]): string | null {
  const { name, low, high } = field
  const plain = text.replace(name === 'month' ? MONTHS : name === 'day of the week' ? DAYS : /$^/, '1')
  const letters = name === 'day of the month' ? /[^\d*,/\-?LW]/i : /[^\d*,/\-?L#]/i
  const [strange] = letters.exec(plain) ?? []
  if (strange !== undefined) return `The ${name} cannot be ${text}.`
  const ranges = plain.split(',').map(part => part.split('/')[0] ?? '')
  for (const range of ranges) {
    const numbers = (range.split('#')[0] ?? '').match(/\d+/g)?.map(Number) ?? []
    const outside = numbers.find(number => number < low || number > high)
    if (outside !== undefined) return `The ${name} goes from ${low} to ${high}, so it cannot be ${outside}.`
    const [from, to] = numbers
    if (from !== undefined && to !== undefined && from > to)
      return `The ${name} ${text} goes backwards: write the smaller number first.`
  }
  return null
}

/** What people get wrong most often, in their words; null: none of that. `typed` is what stands in the field. */
export function problemOf(expression: string, typed: string): string | null {
  if (typed.trim() === '') return EXAMPLE
  if (/^\d\d:\d\d$/.test(typed.trim())) {
    const [hours, minutes] = typed.trim().split(':').map(Number)
    return (hours ?? 0) > 23 || (minutes ?? 0) > 59 ? `A clock never shows ${typed.trim()}. ${EXAMPLE}` : null
  }
  const wrongTime = timeProblem(typed.trim())
  if (wrongTime !== null) return wrongTime
  const fields = expression.split(' ')
  if (fields.length === 1) return EXAMPLE
  if (fields.length !== FIELDS.length)
    return `A cron expression has five fields (minute, hour, day, month, weekday); this has ${fields.length}.`
  for (const [index, field] of FIELDS.entries()) {
    const problem = fieldProblem(fields[index] ?? '', field)
    if (problem !== null) return problem
  }
  return null
}
