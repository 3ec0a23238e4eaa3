/**
 * Of runs of the kinds `import` and `collect`, whether one reads postings: others make one of the last steps again, alone.
 * SQL over `run_steps`; `run`: how the id of the run is written there. A run without steps has not begun, and will read.
 */
export const bringsJobs = (run: string): string =>
  `coalesce((SELECT step = 'extract' FROM run_steps WHERE run_id = ${run} ORDER BY position LIMIT 1), 1)`
