import { ashby } from './ashby.ts'
import { greenhouse } from './greenhouse.ts'
import { lever } from './lever.ts'
import type { Replay } from './replay.ts'

/** All sources that can be replayed; a new one is a file here and a line below. */
export const replays: readonly Replay[] = [greenhouse, lever, ashby]
