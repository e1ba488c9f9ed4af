package org.cybox.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {

    private static final String COLUMNS = """
            select id, email, username, password_hash, name, language, operator, state, created_at, email_confirmed_at
            from identity.account
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql(COLUMNS + " where email = :email")
                .param("email", email)
                .query(Account.class)
                .optional();
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(COLUMNS + " where username = :username")
                .param("username", username)
                .query(Account.class)
                .optional();
    }

    /** What a password is checked against: the one that was chosen, else the printed start code while it is valid. */
    record Proof(
            UUID id,
            @Nullable String passwordHash,
            @Nullable String startCodeHash,
            @Nullable Instant startCodeExpiresAt) {

        boolean byStartCode(Instant now) {
            return passwordHash == null
                    && startCodeHash != null
                    && startCodeExpiresAt != null
                    && startCodeExpiresAt.isAfter(now);
        }

        @Nullable
        String hash(Instant now) {
            return byStartCode(now) ? startCodeHash : passwordHash;
        }
    }

    /** @param sign lower case */
    Optional<Proof> proof(String sign) {
        return jdbc.sql("""
                        select id, password_hash, start_code_hash, start_code_expires_at
                        from identity.account
                        where (email = :sign or username = :sign) and state = 'active'
                        """).param("sign", sign).query(Proof.class).optional();
    }

    /** A new start code replaces the password. */
    void setStartCode(UUID account, String hash, Instant expires) {
        jdbc.sql("""
                        update identity.account
                        set start_code_hash = :hash, start_code_expires_at = :expires, password_hash = null
                        where id = :id
                        """)
                .param("hash", hash)
                .param("expires", Timestamp.from(expires))
                .param("id", account)
                .update();
    }

    void confirmEmail(UUID account, Instant now) {
        jdbc.sql("""
                        update identity.account set email_confirmed_at = :now
                        where id = :id and email is not null and email_confirmed_at is null
                        """).param("now", Timestamp.from(now)).param("id", account).update();
    }

    /** The new address has been proved by its owner. */
    void setEmail(UUID account, String email, Instant now) {
        jdbc.sql("update identity.account set email = :email, email_confirmed_at = :now where id = :id")
                .param("email", email)
                .param("now", Timestamp.from(now))
                .param("id", account)
                .update();
    }

    /** The tenants that wait for this account to accept. */
    List<UUID> invitations(UUID account, Instant now) {
        return jdbc.sql("""
                        select distinct tenant_id
                        from identity.one_time_code
                        where purpose = 'invitation' and account_id = :account and used_at is null and expires_at > :now
                        """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from identity.account)")
                .query(Boolean.class)
                .single();
    }

    boolean anyOperator() {
        return jdbc.sql("select exists (select 1 from identity.account where operator)")
                .query(Boolean.class)
                .single();
    }

    void insert(Account account) {
        jdbc.sql("""
                        insert into identity.account (id, email, username, password_hash, name, language, operator, state,
                                                      created_at, email_confirmed_at)
                        values (:id, :email, :username, :passwordHash, :name, :language, :operator, :state,
                                :createdAt, :confirmedAt)
                        """)
                .param("id", account.id())
                .param("email", account.email())
                .param("username", account.username())
                .param("passwordHash", account.passwordHash())
                .param("name", account.name())
                .param("language", account.language())
                .param("operator", account.operator())
                .param("state", account.state())
                .param("createdAt", Timestamp.from(account.createdAt()))
                .param(
                        "confirmedAt",
                        account.emailConfirmedAt() == null ? null : Timestamp.from(account.emailConfirmedAt()))
                .update();
    }

    void setPassword(UUID account, String hash) {
        jdbc.sql("update identity.account set password_hash = :hash, start_code_hash = null where id = :id")
                .param("hash", hash)
                .param("id", account)
                .update();
    }

    void setName(UUID account, String name) {
        jdbc.sql("update identity.account set name = :name where id = :id")
                .param("name", name)
                .param("id", account)
                .update();
    }

    void setLanguage(UUID account, String language) {
        jdbc.sql("update identity.account set language = :language where id = :id")
                .param("language", language)
                .param("id", account)
                .update();
    }

    List<Membership> memberships(UUID account) {
        return jdbc.sql("""
                        select account_id, tenant_id, person_id, role, only_own_groups
                        from identity.membership
                        where account_id = :account
                        """)
                .param("account", account)
                .query((row, n) -> new Membership(
                        row.getObject("account_id", UUID.class),
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        Role.of(row.getString("role")),
                        row.getBoolean("only_own_groups")))
                .list();
    }

    void insert(Membership membership) {
        jdbc.sql("""
                        insert into identity.membership (account_id, tenant_id, person_id, role, only_own_groups)
                        values (:account, :tenant, :person, :role, :own)
                        """)
                .param("account", membership.accountId())
                .param("tenant", membership.tenantId())
                .param("person", membership.personId())
                .param("role", membership.role().word())
                .param("own", membership.onlyOwnGroups())
                .update();
    }

    int update(Membership membership) {
        return jdbc.sql("""
                        update identity.membership
                        set role = :role, only_own_groups = :own
                        where tenant_id = :tenant and person_id = :person
                        """)
                .param("tenant", membership.tenantId())
                .param("person", membership.personId())
                .param("role", membership.role().word())
                .param("own", membership.onlyOwnGroups())
                .update();
    }

    void removeMembership(UUID tenant, UUID person) {
        jdbc.sql("delete from identity.membership where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant)
                .param("person", person)
                .update();
    }

    Optional<UUID> accountOf(UUID tenant, UUID person) {
        return jdbc.sql("select account_id from identity.membership where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** What these members of a tenant read, as their accounts say. */
    Map<UUID, String> languages(UUID tenant, Collection<UUID> persons) {
        Map<UUID, String> languages = new HashMap<>();
        jdbc.sql("""
                        select m.person_id, a.language
                        from identity.membership m
                        join identity.account a on a.id = m.account_id
                        where m.tenant_id = :tenant and m.person_id = any(:persons)
                        """)
                .param("tenant", tenant)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, n) -> languages.put(row.getObject("person_id", UUID.class), row.getString("language")))
                .list();
        return languages;
    }
}
