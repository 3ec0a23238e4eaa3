/** The mark of Rolecall: lines of a roll, one of them called. Readable at 16 px. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={className} fill="currentColor">
      <rect x="1" y="2" width="9" height="3" rx="1.5" />
      <rect x="1" y="6.5" width="14" height="3" rx="1.5" />
      <rect x="1" y="11" width="6" height="3" rx="1.5" />
      <circle cx="12.5" cy="12.5" r="2" />
    </svg>
  )
}
