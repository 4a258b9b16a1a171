package org.chengnuo.approval.api.violations.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

record KnowsSql(JdbcClient jdbc) {}
