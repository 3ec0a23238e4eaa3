import { z } from 'zod'

const id = z.number().int().positive()

export const CampaignId = id.brand<'CampaignId'>()
export type CampaignId = z.infer<typeof CampaignId>
export const SourceId = id.brand<'SourceId'>()
export type SourceId = z.infer<typeof SourceId>
export const CompanyId = id.brand<'CompanyId'>()
export type CompanyId = z.infer<typeof CompanyId>
export const JobId = id.brand<'JobId'>()
export type JobId = z.infer<typeof JobId>
export const PostingId = id.brand<'PostingId'>()
export type PostingId = z.infer<typeof PostingId>
export const RunId = id.brand<'RunId'>()
export type RunId = z.infer<typeof RunId>
export const NotificationId = id.brand<'NotificationId'>()
export type NotificationId = z.infer<typeof NotificationId>
export const ChangeId = id.brand<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>
export const InterviewId = id.brand<'InterviewId'>()
export type InterviewId = z.infer<typeof InterviewId>
export const ContactId = id.brand<'ContactId'>()
export type ContactId = z.infer<typeof ContactId>
export const ReminderId = id.brand<'ReminderId'>()
export type ReminderId = z.infer<typeof ReminderId>
export const EntryId = id.brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>
export const DocumentId = id.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const DocumentVersionId = id.brand<'DocumentVersionId'>()
export type DocumentVersionId = z.infer<typeof DocumentVersionId>
/** Names a file that a page is handing over in pieces. */
export const UploadId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'UploadId'>()
export type UploadId = z.infer<typeof UploadId>
