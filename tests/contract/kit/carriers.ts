import type { Core } from '../../../main/app/core.ts'
import type { Carrier } from '../../../main/contract/frames.ts'
import { openIpc } from './ipc.ts'
import { openLoopback } from './loopback.ts'

/** A page's connection to a core, over one of the carriers. */
export interface OpenCarrier {
  carrier: Carrier
  /** Cuts what carries the live events, as a sleeping machine does; absent where it cannot be cut. */
  breakConnection?(): void
  close(): Promise<void>
}

/** Both carriers, for `describe.each`. */
export const CARRIERS: readonly (readonly [name: string, open: (core: Core) => Promise<OpenCarrier>])[] = [
  ['loopback', openLoopback],
  ['ipc', openIpc],
]
