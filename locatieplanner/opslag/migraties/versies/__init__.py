"""De stappen, op volgorde van hun nummer."""
