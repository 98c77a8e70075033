-- What a receiver answers is said in classes only; its status is in the server's own log.
alter table push drop column last_status;
