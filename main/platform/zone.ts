import { readlinkSync } from 'node:fs'

const known = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const ofRuntime = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
let last = { link: '', zone: '' }

/**
 * The machine's time zone now, such as Europe/Berlin. The runtime remembers the one of its start; where the system keeps
 * its zone as a link, a journey is noticed while Rolecall runs, elsewhere at the next start.
 */
export function machineZone(): string {
  if (process.env.TZ) return ofRuntime()
  let link = ''
  try {
    link = readlinkSync('/etc/localtime')
  } catch {
    // Windows has no such link, and some systems keep a copy of the zone.
  }
  if (last.zone !== '' && last.link === link) return last.zone
  const named = /zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(link)?.[1] ?? ''
  last = { link, zone: named !== '' && known(named) ? named : ofRuntime() }
  return last.zone
}
