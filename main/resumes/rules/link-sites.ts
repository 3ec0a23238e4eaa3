/** Sites where people have a page of their own: name, host, and how a page is written from a bare handle. */
export const SITES: {
  name: string
  host: RegExp
  page: RegExp
  from: ((handle: string) => string) | null
  words: string
}[] = [
  {
    name: 'LinkedIn',
    host: /(?:^|\.)linkedin\.com$/,
    page: /^\/(?:in|pub|profile)\/[^/]+/,
    from: h => `linkedin.com/in/${h}`,
    words: 'linkedin|linked in|xing linkedin',
  },
  {
    name: 'GitHub',
    host: /^(?:www\.)?github\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `github.com/${h}`,
    words: 'github|git hub',
  },
  {
    name: 'GitLab',
    host: /^gitlab\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `gitlab.com/${h}`,
    words: 'gitlab',
  },
  {
    name: 'Bitbucket',
    host: /^bitbucket\.org$/,
    page: /^\/[^/]+\/?$/,
    from: h => `bitbucket.org/${h}`,
    words: 'bitbucket',
  },
  {
    name: 'X',
    host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `twitter.com/${h}`,
    words: 'twitter',
  },
  {
    name: 'Instagram',
    host: /^(?:www\.)?instagram\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `instagram.com/${h}`,
    words: 'instagram',
  },
  {
    name: 'Stack Overflow',
    host: /^(?:www\.)?stackoverflow\.com$/,
    page: /^\/(?:users|u)\//,
    from: null,
    words: 'stackoverflow|stack overflow',
  },
  {
    name: 'XING',
    host: /^(?:www\.)?xing\.com$/,
    page: /^\/(?:profile|profil)\//,
    from: h => `xing.com/profile/${h}`,
    words: 'xing',
  },
  {
    name: 'Behance',
    host: /^(?:www\.)?behance\.net$/,
    page: /^\/[^/]+\/?$/,
    from: h => `behance.net/${h}`,
    words: 'behance',
  },
  {
    name: 'Dribbble',
    host: /^(?:www\.)?dribbble\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `dribbble.com/${h}`,
    words: 'dribbble',
  },
  {
    name: 'Medium',
    host: /(?:^|\.)medium\.com$/,
    page: /^\/@?[^/]*\/?$/,
    from: h => `medium.com/@${h.replace(/^@/, '')}`,
    words: 'medium',
  },
  {
    name: 'Kaggle',
    host: /^(?:www\.)?kaggle\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `kaggle.com/${h}`,
    words: 'kaggle',
  },
  {
    name: 'LeetCode',
    host: /^(?:www\.)?leetcode\.com$/,
    page: /^\/(?:u\/)?[^/]+\/?$/,
    from: h => `leetcode.com/${h}`,
    words: 'leetcode',
  },
  {
    name: 'ORCID',
    host: /^orcid\.org$/,
    page: /^\/[\dX-]+$/,
    from: h => `orcid.org/${h}`,
    words: 'orcid|orcid id',
  },
  {
    name: 'Google Scholar',
    host: /^scholar\.google\./,
    page: /^\/citations/,
    from: null,
    words: 'google scholar|scholar',
  },
  {
    name: 'YouTube',
    host: /^(?:www\.)?youtube\.com$/,
    page: /^\/(?:@|c\/|channel\/|user\/)/,
    from: null,
    words: 'youtube',
  },
  {
    name: 'Facebook',
    host: /^(?:www\.)?facebook\.com$/,
    page: /^\/[^/]+\/?$/,
    from: h => `facebook.com/${h}`,
    words: 'facebook',
  },
]

/** Icons of fonts that stand for a site. */
export const ICONS: Record<string, string> = {
  // What the icons of LaTeX are read as.
  ð: 'LinkedIn',
  '§': 'GitHub',
  '\uf08c': 'LinkedIn',
  '\uf0e1': 'LinkedIn',
  '\uf09b': 'GitHub',
  '\uf092': 'GitHub',
  '\uf113': 'GitHub',
  '\uf296': 'GitLab',
  '\uf099': 'X',
  '\uf081': 'X',
  '\uf16d': 'Instagram',
  '\uf168': 'XING',
  '\uf169': 'XING',
  '\uf1b4': 'Behance',
  '\uf17d': 'Dribbble',
}
