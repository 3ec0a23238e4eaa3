import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something more that a press unfolds in place, such as the table behind a chart. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm pr-1 text-ink-3 hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {label}
      </summary>
      <div className="pt-1">{children}</div>
    </details>
  )
}
