DROP TABLE events_counted;
DROP TABLE event_types;
DROP TABLE event_counts;
DROP TABLE event_failures;
DROP TABLE event_handlers;
