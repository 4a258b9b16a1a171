package org.chengnuo.approval.api.violations.axon;

import org.axonframework.commandhandling.gateway.CommandGateway;

record KnowsAxon(CommandGateway commands) {}
