"""What leaves by e-mail or SMS, each message once: its row is claimed before it is sent (decision 0005)."""
