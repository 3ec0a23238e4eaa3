/** What the host knows of its threads, written where every thread can read it. */

export interface ThreadState {
  name: string
  state: 'ready' | 'starting' | 'down'
  /** Since the host started. */
  restarts: number
}

/** Carried to the threads; the numbers of each name are its state and its restarts. */
export interface BoardData {
  names: string[]
  numbers: SharedArrayBuffer
}

const STATES = ['starting', 'ready', 'down'] as const
const EACH = 2

/** A board for threads of these names, all starting. */
export const createBoard = (names: string[]): BoardData => ({
  names,
  numbers: new SharedArrayBuffer(names.length * EACH * Int32Array.BYTES_PER_ELEMENT),
})

/** Writes what became of a thread; a name that is not on the board is passed over. */
export function markThread({ names, numbers }: BoardData, name: string, state: ThreadState['state']): void {
  const place = names.indexOf(name)
  if (place !== -1) Atomics.store(new Int32Array(numbers), place * EACH, STATES.indexOf(state))
}

/** Counts a restart of a thread. */
export function countRestart({ names, numbers }: BoardData, name: string): void {
  const place = names.indexOf(name)
  if (place !== -1) Atomics.add(new Int32Array(numbers), place * EACH + 1, 1)
}

/** What stands on a board. */
export function readBoard({ names, numbers }: BoardData): ThreadState[] {
  const all = new Int32Array(numbers)
  return names.map((name, place) => ({
    name,
    state: STATES[Atomics.load(all, place * EACH)] ?? 'starting',
    restarts: Atomics.load(all, place * EACH + 1),
  }))
}
