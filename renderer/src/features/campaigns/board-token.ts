/**
 * The token of a Greenhouse board from what a person pastes: the token itself, a careers address, an embed address or
 * an API address. null when none can be read.
 * https://boards.greenhouse.io/acme, https://job-boards.eu.greenhouse.io/acme/jobs/1,
 * https://boards.greenhouse.io/embed/job_board?for=acme, https://boards-api.greenhouse.io/v1/boards/acme/jobs
 */
export function boardToken(pasted: string): string | null {
  const text = pasted.trim()
  if (/^[a-z0-9][a-z0-9_-]{0,99}$/i.test(text)) return text.toLowerCase()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || !/(?:^|\.)greenhouse\.io$/i.test(url.hostname)) return null
  const steps = url.pathname.split('/').filter(Boolean)
  const found =
    url.searchParams.get('for') ?? (steps[0] === 'v1' && steps[1] === 'boards' ? steps[2] : steps[0])
  return found && found !== 'embed' && /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(found) ? found.toLowerCase() : null
}
