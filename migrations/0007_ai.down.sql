DROP TABLE ai_rest;
DROP TABLE ai_endpoints;
DROP TRIGGER ai_calls_ended;
DROP TRIGGER ai_calls_begun;
DROP TABLE ai_days;
DROP TABLE ai_calls;
