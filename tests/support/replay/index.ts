import { adzuna } from './adzuna.ts'
import { arbeitnow } from './arbeitnow.ts'
import { ashby } from './ashby.ts'
import { greenhouse } from './greenhouse.ts'
import { hackernews } from './hackernews.ts'
import { himalayas } from './himalayas.ts'
import { jobicy } from './jobicy.ts'
import { jsearch } from './jsearch.ts'
import { lever } from './lever.ts'
import { recruitee } from './recruitee.ts'
import { remoteok } from './remoteok.ts'
import { remotive } from './remotive.ts'
import type { Replay } from './replay.ts'
import { smartrecruiters } from './smartrecruiters.ts'
import { themuse } from './themuse.ts'
import { usajobs } from './usajobs.ts'
import { weworkremotely } from './weworkremotely.ts'
import { workable } from './workable.ts'
import { workday } from './workday.ts'

/** All sources that can be replayed; a new one is a file here and a line below. */
export const replays: readonly Replay[] = [
  greenhouse,
  lever,
  ashby,
  smartrecruiters,
  workable,
  recruitee,
  workday,
  remotive,
  remoteok,
  arbeitnow,
  himalayas,
  jobicy,
  themuse,
  weworkremotely,
  hackernews,
  jsearch,
  adzuna,
  usajobs,
]
