import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import {
  CheckCheck,
  CircleAlert,
  Clock,
  type LucideIcon,
  MailCheck,
  MonitorCheck,
  RotateCw,
} from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'react-router'
import type { DeliveryView, NotificationView } from '../../../../main/contract/notifications.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { CHANNEL_LABELS, deliveriesWorthSaying, deliveryText, KIND_FACES } from './notification-words.ts'
import { markRead } from './use-notifications.ts'

/** One notification: what happened, which leads to the thing itself, and how it reached the person. */
export function NotificationRow({
  row,
  tabIndex,
  onFocus,
}: {
  row: NotificationView
  /** Only the active row is in the order of Tab. */
  tabIndex: 0 | -1
  onFocus: () => void
}) {
  const link = useRef<HTMLAnchorElement>(null)
  const { icon: Icon, title: kind } = KIND_FACES[row.kind]
  const deliveries = deliveriesWorthSaying(row.deliveries)
  return (
    <li
      data-row={row.id}
      onFocus={onFocus}
      className="flex items-start gap-3 border-b border-line px-2 py-2.5 last:border-b-0 hover:bg-hover"
    >
      <span className="relative mt-0.5 inline-flex size-6 shrink-0 items-center justify-center" title={kind}>
        <Icon
          aria-hidden
          className={clsx('size-4', row.read ? 'text-ink-3' : 'text-accent')}
          strokeWidth={1.75}
        />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          ref={link}
          to={row.target}
          tabIndex={tabIndex}
          onClick={() => {
            if (!row.read) void markRead([row.id])
          }}
          className={clsx(
            'inline-block min-h-6 text-base break-words hover:underline',
            !row.read && 'font-medium',
          )}
        >
          <span className="sr-only">
            {row.read ? '' : 'Unread, '}
            {kind}:{' '}
          </span>
          {row.title}
        </Link>
        {row.body ? <p className="text-sm break-words whitespace-pre-line text-ink-2">{row.body}</p> : null}
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-3">
          <When at={row.at} />
          {row.campaignName === null ? null : <span className="min-w-0 break-words">{row.campaignName}</span>}
        </p>
        {deliveries.length > 0 ? (
          <ul aria-label="How it was delivered" className="mt-0.5 flex flex-col gap-0.5">
            {deliveries.map(delivery => (
              <Delivery
                key={delivery.channel}
                row={row}
                delivery={delivery}
                tabIndex={tabIndex}
                onRetried={() => link.current?.focus()}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {row.read ? null : (
        <span className="flex shrink-0 items-center gap-1">
          <IconButton
            label="Mark as read"
            aria-description={row.title}
            icon={CheckCheck}
            shortcut="m"
            tabIndex={tabIndex}
            onClick={() => {
              link.current?.focus({ preventScroll: true })
              void markRead([row.id])
            }}
          />
          <span aria-hidden className="size-2 rounded-full bg-accent" />
        </span>
      )}
    </li>
  )
}

function faceOf({ channel, state }: DeliveryView): LucideIcon {
  if (state === 'failed') return CircleAlert
  if (state === 'pending') return Clock
  return channel === 'email' ? MailCheck : MonitorCheck
}

function Delivery({
  row,
  delivery,
  tabIndex,
  onRetried,
}: {
  row: NotificationView
  delivery: DeliveryView
  tabIndex: 0 | -1
  onRetried: () => void
}) {
  const retry = useMutation({
    mutationFn: () => client.notifications.retry({ notificationId: row.id, channel: delivery.channel }),
    onSuccess: onRetried,
    onError: failureToast,
  })
  const failed = delivery.state === 'failed'
  const Icon = faceOf(delivery)
  const { nextAt, at } = delivery
  const when = delivery.state === 'pending' ? nextAt : delivery.state === 'skipped' ? null : at
  return (
    <li className={clsx('flex flex-wrap items-center gap-x-2 text-xs', failed ? 'text-bad' : 'text-ink-3')}>
      <span className="flex min-w-0 items-start gap-1.5 py-0.5">
        <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" strokeWidth={1.75} />
        <span className="min-w-0 break-words">
          {deliveryText(delivery)}
          {when === null ? null : (
            <>
              , <When at={when} />
            </>
          )}
          {delivery.error !== null && delivery.state !== 'delivered' ? `: ${delivery.error}` : null}
        </span>
      </span>
      {failed ? (
        <Button
          size="small"
          icon={RotateCw}
          busy={retry.isPending}
          tabIndex={tabIndex}
          aria-label={`Try again ${CHANNEL_LABELS[delivery.channel].within}: ${row.title}`}
          onClick={() => retry.mutate()}
        >
          Try again
        </Button>
      ) : null}
    </li>
  )
}
