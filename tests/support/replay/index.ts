import { ashby } from './ashby.ts'
import { greenhouse } from './greenhouse.ts'
import { lever } from './lever.ts'
import { recruitee } from './recruitee.ts'
import type { Replay } from './replay.ts'
import { smartrecruiters } from './smartrecruiters.ts'
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
]
