import clsx from 'clsx'
import { CircleAlert, type LucideIcon, RotateCw, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** An empty page: what will stand here, and the one next step. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon
  title: string
  children?: ReactNode
  /** The one button. */
  action?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <Icon aria-hidden className="size-7 text-ink-3" strokeWidth={1.5} />
      <h2 className="text-lg font-semibold">{title}</h2>
      {children ? <div className="text-base text-ink-2">{children}</div> : null}
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  )
}

/** Grey bars in the shape of what comes; invisible for the first 150 ms. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div className="animate-late" aria-hidden>
      <div className={clsx('animate-pulse rounded-sm bg-track', className ?? 'h-4 w-full')} />
    </div>
  )
}

/** A list that is on its way. */
export function SkeletonRows({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <div key={index} className="flex h-(--row) items-center gap-4 border-b border-line px-4">
          <Skeleton className="size-6 rounded-full" />
          <div className="flex-1">
            <Skeleton className={clsx('h-3.5', ['w-3/5', 'w-2/5', 'w-1/2'][index % 3])} />
          </div>
          <Skeleton className="h-3.5 w-20" />
        </div>
      ))}
    </div>
  )
}

export interface ErrorWords {
  /** What happened. */
  what: string
  /** What was kept. */
  kept: string
  /** What to do. */
  todo: string
}

/** A part of a page that could not be shown. */
export function ErrorState({
  words,
  detail,
  onRetry,
}: {
  words: ErrorWords
  /** The error's own sentence, such as the name of the file. */
  detail?: string | undefined
  onRetry?: (() => void) | undefined
}) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start gap-2 px-4 py-12">
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        <CircleAlert aria-hidden className="size-5 shrink-0 text-bad" />
        {words.what}
      </h2>
      {detail && detail !== words.what ? <p className="text-sm text-ink-2">{detail}</p> : null}
      <p className="text-base">{words.kept}</p>
      <p className="text-base">{words.todo}</p>
      {onRetry ? (
        <Button icon={RotateCw} onClick={onRetry} className="mt-1">
          Try again
        </Button>
      ) : null}
    </div>
  )
}

/** A line over the page while the core does not answer. */
export function OfflineBanner({ message }: { message: string }) {
  return (
    <div
      role="status"
      className="flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-sm"
    >
      <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>{message}</span>
    </div>
  )
}
