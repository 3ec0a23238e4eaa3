/**
 * The next instant at which local clocks show `time` (HH:MM), strictly after `after`, in the machine's zone.
 * Built from calendar fields, never by adding 24 hours. A time that daylight saving skips is taken at the instant
 * the clocks jump to; one that comes twice is taken the first time.
 */
export function nextLocalTime(time: string, after: Date): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  for (let ahead = 0; ; ahead += 1) {
    const slot = new Date(after.getFullYear(), after.getMonth(), after.getDate() + ahead, hour, minute)
    if (slot > after) return slot
  }
}

/** The calendar date that local clocks show, as YYYY-MM-DD. */
export function localDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
