import { z } from 'zod'

/** A month (YYYY-MM), a year (YYYY), `present` for now, or '' where none is said. */
export const ResumeDate = z
  .string()
  .regex(
    /^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|present|)$/,
    'Write a year or a month, like 2021 or 2021-04; or “present”',
  )
export type ResumeDate = z.infer<typeof ResumeDate>
