import { mount } from "svelte";
import App from "./App.svelte";
import Broken from "./Broken.svelte";
import { light } from "./lib/light";
import { get } from "./net/api";
import type { Start } from "./net/types";
import { Studio } from "./studio.svelte";
import "./style/colours.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/pages.css";

light();
const target = document.getElementById("studio")!;

get<Start>("api/start").then(
  (start) => {
    target.textContent = "";
    mount(App, { target, props: { studio: new Studio(start) } });
  },
  (fault: Error) => {
    target.textContent = "";
    mount(Broken, { target, props: { message: fault.message } });
  },
);
