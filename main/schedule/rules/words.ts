import { expressionOf } from './times.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const SHORT = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const two = (number: number): string => String(number).padStart(2, '0')

/** The numbers of a field that is a list of plain numbers; null: it is something else. */
function numbers(field: string): number[] | null {
  return /^\d+(,\d+)*$/.test(field)
    ? [...new Set(field.split(',').map(Number))].sort((one, other) => one - other)
    : null
}

/** "every 15 minutes", "at 04:00 and 16:00"; null: it is more than that. */
function timesOfDay(minute: string, hour: string): { words: string; often: boolean } | null {
  const minutes = numbers(minute)
  const hours = numbers(hour)
  if (minutes && hours && minutes.length * hours.length <= 6)
    return {
      words: `at ${listed(hours.flatMap(h => minutes.map(m => `${two(h)}:${two(m)}`)))}`,
      often: false,
    }
  const [, everyMinutes] = /^\*(?:\/(\d+))?$/.exec(minute) ?? []
  if (/^\*/.test(minute) && hour === '*') {
    const step = Number(everyMinutes ?? 1)
    if (step === 1) return { words: 'every minute', often: true }
    return 60 % step === 0 ? { words: `every ${step} minutes`, often: true } : null
  }
  const [, everyHours] = /^\*(?:\/(\d+))?$/.exec(hour) ?? []
  if (!/^\*/.test(hour) || minutes?.length !== 1) return null
  const step = Number(everyHours ?? 1)
  if (24 % step !== 0) return null
  const past = minutes[0] === 0 ? '' : ` at ${minutes[0]} past`
  return { words: step === 1 ? `every hour${past}` : `every ${step} hours${past}`, often: true }
}

/** "every day", "Monday to Friday", "Monday and Thursday"; null: it is more than that. */
function weekdays(field: string): string | null {
  const plain = field.toLowerCase().replace(/[a-z]{3}/g, name => String(SHORT.indexOf(name)))
  if (plain === '*' || plain === '?') return 'every day'
  const [, from, to] = /^([0-7])-([0-7])$/.exec(plain) ?? []
  if (from !== undefined && to !== undefined) {
    if (Number(to) - Number(from) >= 6) return 'every day'
    return from === to ? `${DAYS[Number(from)]}` : `${DAYS[Number(from)]} to ${DAYS[Number(to)]}`
  }
  const days = numbers(plain)
  if (!days || days.some(day => day > 7)) return null
  // The week of people begins with Monday.
  const ordered = [...new Set(days.map(day => (day === 0 ? 7 : day)))].sort((one, other) => one - other)
  return ordered.length === 7 ? 'every day' : listed(ordered.map(day => DAYS[day] ?? ''))
}

/**
 * A schedule as people say it: "every day at 04:00", "Monday to Friday at 04:00", "every 15 minutes". What is more than
 * that is named as it is written: "at the times 0 4 1-7 * 1". The schedule must have a meaning.
 */
export function wordsOf(schedule: string): string {
  const expression = expressionOf(schedule)
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = expression.split(' ')
  const times = timesOfDay(minute, hour)
  const days = weekdays(weekday)
  const asWritten = `at the times ${expression}`
  if (!times || !days || month !== '*') return asWritten
  if (day === '*' || day === '?') {
    if (!times.often) return `${days} ${times.words}`
    return days === 'every day' ? times.words : `${times.words}, ${days}`
  }
  const dates = numbers(day)
  if (days !== 'every day' || times.often) return asWritten
  if (day.toUpperCase() === 'L') return `the last day of every month ${times.words}`
  if (!dates || dates.length > 4) return asWritten
  return `${dates.length === 1 ? 'day' : 'days'} ${listed(dates.map(String))} of every month ${times.words}`
}
