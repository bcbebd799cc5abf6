//! Users, roles and data access groups.

use std::collections::BTreeSet;

use redcap::data_access_groups::{Dag, UserDagAssignment};
use redcap::user_roles::{UserRole, UserRoleAssignment};
use redcap::users::User;
use redcap::values::{ExportRight, FormRight};
use redcap_client_tests::{CLINIC, World, call};

pub async fn calls() -> BTreeSet<String> {
    let world = World::new();
    users(&world).await;
    roles(&world).await;
    groups(&world).await;
    world.calls()
}

async fn users(world: &World) {
    let client = world.client(CLINIC);
    let users = call!(world, send: client.export_users());
    let nora = users.iter().find(|user| user.username.as_str() == "nora_north").expect("Nora");
    assert_eq!(nora.data_access_group.as_ref().map(|dag| dag.as_str()), Some("north"));
    assert_eq!((nora.api_import, nora.design), (Some(true), Some(false)));
    let dee = users.iter().find(|user| user.username.as_str() == "dee_deidentified").expect("Dee");
    let export = dee.forms_export.as_ref().expect("rights by form");
    assert_eq!(export["visit"], ExportRight::DeIdentified);
    assert_eq!(export["documents"], ExportRight::NoAccess);
    assert!(call!(world, csv: client.export_users()).text().starts_with("username,"));
    assert!(call!(world, xml: client.export_users()).text().contains("<username>"));
    assert_eq!(call!(world, raw: client.export_users()).status(), 200);

    let new =
        User::new("newton").data_access_group("").api_export(true).forms([("visit", FormRight::ReadOnly)]);
    assert_eq!(call!(world, send: client.import_users([new])), 1);
    assert_eq!(
        &*call!(world, raw: client.import_users([User::new("kepler").data_access_group("")])).text(),
        "1"
    );
    let users = call!(world, send: client.export_users());
    let newton = users.iter().find(|user| user.username.as_str() == "newton").expect("Newton");
    assert_eq!(newton.api_export, Some(true));
    assert_eq!(newton.forms.as_ref().expect("rights by form")["visit"], FormRight::ReadOnly);
    assert_eq!(call!(world, send: client.delete_users(["newton"])), 1);
    assert_eq!(&*call!(world, raw: client.delete_users(["kepler"])).text(), "1");
}

async fn roles(world: &World) {
    let client = world.client(CLINIC);
    let roles = call!(world, send: client.export_user_roles());
    let labels: Vec<Option<&str>> = roles.iter().map(|role| role.role_label.as_deref()).collect();
    assert_eq!(labels, [Some("Data entry"), Some("Monitor")]);
    let monitor = roles[1].unique_role_name.clone().expect("a name");
    assert!(call!(world, csv: client.export_user_roles()).text().starts_with("unique_role_name,"));
    assert!(call!(world, xml: client.export_user_roles()).text().contains("role_label"));
    assert_eq!(call!(world, raw: client.export_user_roles()).status(), 200);

    let new = |label: &str| UserRole::new().role_label(label).api_export(true);
    assert_eq!(call!(world, send: client.import_user_roles([new("Reader")])), 1);
    assert_eq!(&*call!(world, raw: client.import_user_roles([new("Writer")])).text(), "1");
    let roles = call!(world, send: client.export_user_roles());
    let name = |label: &str| {
        let role = roles.iter().find(|role| role.role_label.as_deref() == Some(label)).expect("the role");
        role.unique_role_name.clone().expect("a name")
    };

    let assigned = call!(world, send: client.export_user_role_assignments());
    let mona = assigned.iter().find(|one| one.username.as_str() == "mona_monitor").expect("Mona");
    assert_eq!(mona.unique_role_name, monitor);
    assert!(call!(world, csv: client.export_user_role_assignments()).text().starts_with("username,"));
    assert!(call!(world, xml: client.export_user_role_assignments()).text().contains("unique_role_name"));
    assert_eq!(call!(world, raw: client.export_user_role_assignments()).status(), 200);
    let moves = [UserRoleAssignment::new("mona_monitor", name("Reader"))];
    assert_eq!(call!(world, send: client.import_user_role_assignments(moves)), 1);
    let moves = [UserRoleAssignment::new("mona_monitor", monitor)];
    assert_eq!(&*call!(world, raw: client.import_user_role_assignments(moves)).text(), "1");

    assert_eq!(call!(world, send: client.delete_user_roles([name("Reader")])), 1);
    assert_eq!(&*call!(world, raw: client.delete_user_roles([name("Writer")])).text(), "1");
}

async fn groups(world: &World) {
    let client = world.client(CLINIC);
    let dags = call!(world, send: client.export_dags());
    assert_eq!(dags[1].data_access_group_name, "South");
    assert_eq!(dags[1].unique_group_name.as_ref().map(|name| name.as_str()), Some("south"));
    assert!(call!(world, csv: client.export_dags()).text().starts_with("data_access_group_name,"));
    assert!(call!(world, xml: client.export_dags()).text().contains("unique_group_name"));
    assert_eq!(call!(world, raw: client.export_dags()).status(), 200);
    let new = |label: &str| Dag::new(label).unique_group_name("");
    assert_eq!(call!(world, send: client.import_dags([new("East")])), 1);
    assert_eq!(&*call!(world, raw: client.import_dags([new("West")])).text(), "1");

    let assigned = call!(world, send: client.export_user_dag_assignments());
    let sol = assigned.iter().find(|one| one.username.as_str() == "sol_south").expect("Sol");
    assert_eq!(sol.redcap_data_access_group.as_ref().map(|name| name.as_str()), Some("south"));
    assert!(call!(world, csv: client.export_user_dag_assignments()).text().starts_with("username,"));
    assert!(call!(world, xml: client.export_user_dag_assignments()).text().contains("<username>"));
    assert_eq!(call!(world, raw: client.export_user_dag_assignments()).status(), 200);
    let to = |dag: &str| [UserDagAssignment::new("sol_south").redcap_data_access_group(dag)];
    assert_eq!(call!(world, send: client.import_user_dag_assignments(to("east"))), 1);
    assert_eq!(&*call!(world, raw: client.import_user_dag_assignments(to("south"))).text(), "1");

    assert_eq!(call!(world, send: client.delete_dags(["east"])), 1);
    assert_eq!(&*call!(world, raw: client.delete_dags(["west"])).text(), "1");

    let nora = world.client("DEADC0DEDEADC0DEDEADC0DE00010001");
    assert_eq!(call!(world, send: nora.export_records()).len(), 3);
    call!(world, send: nora.switch_dag("south"));
    assert_eq!(call!(world, send: nora.export_records()).len(), 2);
    assert_eq!(&*call!(world, raw: nora.switch_dag("north")).text(), "1");
}
