import { z } from 'zod'
import { CampaignId, NotificationId } from './ids.ts'

export const NotificationKind = z.enum([
  'match',
  'run_failed',
  'run_finished',
  'briefing',
  'summary',
  'reminder',
  'interview',
  'follow_up',
  'check',
  'notice',
])
export type NotificationKind = z.infer<typeof NotificationKind>

export const Channel = z.enum(['in_app', 'os', 'email'])
export type Channel = z.infer<typeof Channel>

/** `skipped`: it came too late to matter, or its channel was switched off meanwhile. */
export const DeliveryState = z.enum(['pending', 'delivered', 'failed', 'skipped'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const DeliveryView = z.object({
  channel: Channel,
  state: DeliveryState,
  attempts: z.number().int(),
  /** When it was delivered or given up. */
  at: z.string().nullable(),
  /** When it is tried next; null: it is not. */
  nextAt: z.string().nullable(),
  /** Why the last try failed, in plain words. */
  error: z.string().nullable(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

export const NotificationView = z.object({
  id: NotificationId,
  kind: NotificationKind,
  title: z.string(),
  body: z.string(),
  /** Path of the page to open, such as /jobs/12. */
  target: z.string(),
  at: z.string(),
  read: z.boolean(),
  campaignId: CampaignId.nullable(),
  campaignName: z.string().nullable(),
  deliveries: z.array(DeliveryView),
})
export type NotificationView = z.infer<typeof NotificationView>

const Channels = z.object({ in_app: z.boolean(), os: z.boolean(), email: z.boolean() })

/** Which kind is told where. `email` works once mail is set up. */
export const NotificationRules = z.object({
  match: Channels,
  run_failed: Channels,
  run_finished: Channels,
  briefing: Channels,
  summary: Channels,
  reminder: Channels,
  interview: Channels,
  follow_up: Channels,
  check: Channels,
  notice: Channels,
})
export type NotificationRules = z.infer<typeof NotificationRules>

/** As long as the person chose nothing else. */
export const DEFAULT_NOTIFICATION_RULES: NotificationRules = {
  match: { in_app: true, os: true, email: false },
  run_failed: { in_app: true, os: true, email: false },
  run_finished: { in_app: false, os: false, email: false },
  briefing: { in_app: true, os: true, email: true },
  summary: { in_app: true, os: false, email: true },
  reminder: { in_app: true, os: true, email: false },
  interview: { in_app: true, os: true, email: false },
  follow_up: { in_app: true, os: false, email: false },
  check: { in_app: true, os: true, email: false },
  notice: { in_app: true, os: false, email: false },
}

/** `tls`: from the first byte (port 465); `starttls`: required after the greeting (587); `none`: only on this machine. */
export const MailSecurity = z.enum(['tls', 'starttls', 'none'])
export type MailSecurity = z.infer<typeof MailSecurity>

/** How mail stands; its password is among the secrets, kind `mail`, name `password`. */
export const MailStatus = z.object({
  state: z.enum(['off', 'incomplete', 'ready', 'failing']),
  /** What is missing or went wrong, in plain words; null when ready or off. */
  message: z.string().nullable(),
  lastSentAt: z.string().nullable(),
  waiting: z.number().int(),
  /** Given up within the last seven days. */
  failed: z.number().int(),
})
export type MailStatus = z.infer<typeof MailStatus>

export const TestResult = z.object({
  ok: z.boolean(),
  /** One sentence for the person. */
  message: z.string(),
  /** What the server said, word by word; null when it said nothing. */
  detail: z.string().nullable(),
})
export type TestResult = z.infer<typeof TestResult>

/** A message as it would be sent. */
export const MessagePreview = z.object({ subject: z.string(), text: z.string(), html: z.string() })
export type MessagePreview = z.infer<typeof MessagePreview>
