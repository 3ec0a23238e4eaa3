const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** How a board writes the addresses of its postings. */
interface Board {
  host: RegExp
  /** The id of the posting in the path or the parameters; null when there is none. */
  idOf(segments: readonly string[], query: URLSearchParams): string | null | undefined
  /** Ids are unique over all hosts of the board, not within one. */
  everywhere?: string
}

const behind = (segments: readonly string[], ...names: string[]): string | undefined => {
  const at = segments.findLastIndex(segment => names.includes(segment))
  return at < 0 ? undefined : segments[at + 1]
}

const digits = (text: string | undefined): string | null => /^\d+/.exec(text ?? '')?.[0] ?? null

const BOARDS: readonly Board[] = [
  {
    host: /(?:^|\.)linkedin\.com$/,
    idOf: segments =>
      segments[0] === 'jobs' && segments[1] === 'view' ? /\d{6,}$/.exec(segments[2] ?? '')?.[0] : null,
    everywhere: 'https://linkedin.com/jobs/view/',
  },
  {
    host: /(?:^|\.)indeed\.[a-z.]+$/,
    idOf: (_, query) => query.get('jk') ?? query.get('vjk'),
    everywhere: 'https://indeed.com/viewjob?jk=',
  },
  {
    host: /(?:^|\.)glassdoor\.[a-z.]+$/,
    idOf: (_, query) => digits(query.get('jl') ?? undefined),
    everywhere: 'https://glassdoor.com/job-listing?jl=',
  },
  {
    host: /^jobs\.smartrecruiters\.com$/,
    idOf: segments => /^\d{6,}/.exec(behind(segments, 'publication') ?? segments[1] ?? '')?.[0],
    everywhere: 'https://jobs.smartrecruiters.com/',
  },
  {
    host: /^jobs\.jobvite\.com$/,
    idOf: segments => behind(segments, 'job'),
    everywhere: 'https://jobs.jobvite.com/',
  },
  {
    host: /\.icims\.com$/,
    idOf: segments => (segments[0] === 'jobs' ? /^\d+$/.exec(segments[1] ?? '')?.[0] : null),
  },
  {
    host: /\.bamboohr\.com$/,
    idOf: (segments, query) => digits(behind(segments, 'careers') ?? query.get('id') ?? ''),
  },
  { host: /\.oraclecloud\.com$/, idOf: segments => digits(behind(segments, 'job', 'preview')) },
  {
    host: /\.(?:ultipro|ukg)\.(?:com|net)$/,
    idOf: (_, query) => UUID.exec(query.get('opportunityId') ?? '')?.[0].toLowerCase(),
  },
  {
    host: /^apply\.workable\.com$/,
    idOf: segments => behind(segments, 'j'),
    everywhere: 'https://apply.workable.com/j/',
  },
  { host: /\.recruitee\.com$/, idOf: segments => behind(segments, 'o') },
  { host: /\.breezy\.hr$/, idOf: segments => /^[0-9a-f]{8,}/.exec(behind(segments, 'p') ?? '')?.[0] },
  { host: /\.jobs\.personio\.(?:de|com)$/, idOf: segments => digits(behind(segments, 'job')) },
  { host: /\.teamtailor\.com$/, idOf: segments => digits(behind(segments, 'jobs')) },
  { host: /^ats\.rippling\.com$/, idOf: segments => UUID.exec(segments.join('/'))?.[0].toLowerCase() },
  {
    host: /\.successfactors\.(?:com|eu)$/,
    idOf: (_, query) => {
      const [company, job] = [query.get('company'), query.get('career_job_req_id') ?? query.get('jobId')]
      return company !== null && job !== null ? `${company.toLowerCase()}/${job}` : null
    },
    everywhere: 'https://successfactors.com/',
  },
]

/** The address of a posting on a board whose addresses hold an id, reduced to that id; null when it is not one. */
export function addressOnBoard(
  host: string,
  segments: readonly string[],
  query: URLSearchParams,
): string | null {
  for (const board of BOARDS) {
    if (!board.host.test(host)) continue
    const id = board.idOf(segments, query)
    return id == null || id === '' ? null : `${board.everywhere ?? `https://${host}/jobs/`}${id}`
  }
  return null
}
