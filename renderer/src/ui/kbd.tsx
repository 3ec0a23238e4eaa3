import { keyCaps } from './keys.ts'

/** True on Apple systems, where ⌘ takes the part of Ctrl. */
export const isMac = /mac|iphone|ipad/i.test(navigator.userAgent)

/** The caps of a shortcut, written as for `useCommand`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {keyCaps(keys, isMac).map((cap, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one shortcut never move
          key={index}
          className="inline-flex min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs text-ink-2"
        >
          {cap}
        </kbd>
      ))}
    </span>
  )
}
