/**
 * Leaves out jobs of blocked companies; `job` is the column that names the job. The set comes from an index that holds
 * nothing but blocked companies, read once a statement.
 */
export const notOfBlocked = (job: string): string =>
  `${job} NOT IN (SELECT hidden.id FROM companies CROSS JOIN jobs hidden ON hidden.company_id = companies.id
     WHERE companies.blocked = 1)`
