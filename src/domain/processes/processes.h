// The processes of a step, one file each. Contracts and mechanism ids stand in the rows of step.cpp.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker::processes {

void age_and_die(Step& step);
void give_birth(Step& step);
void leave_home(Step& step);
void separate(Step& step);
void find_partners(Step& step);
void move_house(Step& step);
void turn_eighteen(Step& step);
void house_young(Step& step);
void school_and_work_of_young(Step& step);
void give_adult_care(Step& step);
void find_and_lose_work(Step& step);
void claim_schemes(Step& step);
void settle_allowances(Step& step);
void settle_household_money(Step& step);
void signal_arrears(Step& step);
void help_with_debts(Step& step);
void protect_debtors(Step& step);
void evict(Step& step);
void change_parents_problems(Step& step);
void treat_parents(Step& step);
void keep_networks(Step& step);
void develop_children(Step& step);
void follow_outside_world(Step& step);
void report_unsafety(Step& step);
void protect_children(Step& step);
void go_to_school(Step& step);
void seek_help(Step& step);
void take_intakes(Step& step);
void give_help(Step& step);
void break_through(Step& step);
void pay_services(Step& step);
void review_capacity(Step& step);
void contract_providers(Step& step);
void call_up_by_supply(Step& step);
void govern(Step& step);
void keep_watch(Step& step);
void invest(Step& step);
void use_temporary_money(Step& step);
void learn(Step& step);
// professionals
void staff_services(Step& step);
void weigh_on_parents(Step& step);

}  // namespace ontkoker::processes
