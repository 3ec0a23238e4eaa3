import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Tooltip } from './tooltip.tsx'

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover font-medium border-transparent',
  plain:
    'bg-surface text-ink border-control/60 hover:bg-hover active:bg-pressed aria-pressed:border-accent aria-pressed:bg-accent-soft',
  quiet: 'text-ink-2 border-transparent hover:bg-hover hover:text-ink active:bg-pressed',
  accent: 'text-accent border-transparent hover:bg-hover active:bg-pressed',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft font-medium',
}

const SHAPE =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded border text-sm transition-colors ' +
  'disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50'

type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof LOOKS
  size?: 'small' | 'normal'
  icon?: LucideIcon
  /** Shows a busy mark and takes no clicks; the button keeps the focus. */
  busy?: boolean
}

/** A push button. Its text is a verb: "Run now", "Mark as applied". */
export function Button({
  look = 'plain',
  size = 'normal',
  icon: Icon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
      className={clsx(
        SHAPE,
        LOOKS[look],
        size === 'small' ? 'min-h-7 px-2 py-0.5' : 'min-h-8 px-3 py-1',
        className,
      )}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} /> : null}
      {children}
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Says what the button does; read aloud and shown as a tooltip. */
  label: string
  icon: LucideIcon
  /** Written as for `useCommand`, such as "mod+k". */
  shortcut?: string
  /** For a button that stays in: a favourite, a toggle. Fills the icon. */
  pressed?: boolean
}

/** A button that shows only an icon; 28 px, its name in a tooltip. */
export function IconButton({ label, icon: Icon, shortcut, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut ? { shortcut } : {})}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          'inline-flex size-7 shrink-0 items-center justify-center rounded transition-colors',
          'hover:bg-hover active:bg-pressed disabled:opacity-50',
          pressed ? 'text-accent' : 'text-ink-2 hover:text-ink',
          className,
        )}
      >
        <Icon aria-hidden className={clsx('size-4', pressed && 'fill-current')} strokeWidth={1.75} />
      </button>
    </Tooltip>
  )
}
