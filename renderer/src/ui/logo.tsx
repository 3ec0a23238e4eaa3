/** The mark of Rolecall: a list being called, one name answered. The same drawing as the tray's. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={className} fill="currentColor">
      <rect x="1" y="2" width="14" height="2" rx="1" />
      <rect x="1" y="7" width="7" height="2" rx="1" />
      <rect x="1" y="12" width="4" height="2" rx="1" />
      <path
        d="M7.75 11.5 10.25 14 14.75 8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
