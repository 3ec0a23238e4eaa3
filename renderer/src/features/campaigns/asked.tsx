import { type ReactNode, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/** A part of a long page that an address can lead to: `?part=weights` brings it into sight and the focus to its first control. */
export function Asked({ part, children }: { part: string; children: ReactNode }) {
  const [params] = useSearchParams()
  const box = useRef<HTMLDivElement>(null)
  const asked = params.get('part') === part
  useEffect(() => {
    if (!asked) return
    box.current?.scrollIntoView({ block: 'start' })
    box.current?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true })
  }, [asked])
  return <div ref={box}>{children}</div>
}
