/** Work that waits in the database and is done in the background, one round at a time. */
export interface Background {
  /** Goes on with what waits, if anything does. */
  wake(): void
  /** Answers when nothing is under way. */
  settled(): Promise<void>
  /** Ends after the open step; the next start goes on there. */
  stop(): Promise<void>
}

/** `work` runs while something waits and looks at `stopping` between its steps; what it throws goes to `failed`. */
export function createBackground(
  waits: () => boolean,
  work: (stopping: () => boolean) => Promise<void>,
  failed: (error: unknown) => void,
): Background {
  let working: Promise<void> | null = null
  let again = false
  let stopping = false
  const wake = () => {
    if (stopping) return
    if (working) {
      again = true
      return
    }
    if (!waits()) return
    working = work(() => stopping)
      .catch(failed)
      .finally(() => {
        working = null
        if (!again) return
        again = false
        wake()
      })
  }
  const settled = async () => {
    while (working) await working
  }
  return {
    wake,
    settled,
    stop() {
      stopping = true
      return settled()
    },
  }
}
