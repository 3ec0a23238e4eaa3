DROP TRIGGER campaign_jobs_active;
DROP TRIGGER campaign_jobs_inactive;
DROP TRIGGER status_events_active;
DROP TRIGGER status_events_inactive;
DROP TABLE campaign_activity;
