{{%AUTOESCAPE context="HTML"}}
<h1>{{NOMBRE}}</h1>
<p class="lead">{{TIPO}} · Nivel {{NIVEL_GOBIERNO:x-palabra}}{{#HAY_LUGAR}} · {{LUGAR}}{{/HAY_LUGAR}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea quién lleva la ORH de la entidad, sus unidades y cuánto ha registrado. La administración de SERVIR invita a la jefatura de la ORH; esa jefatura nombra a sus analistas y mantiene las unidades.</p></details>
{{#PUEDE_INVITAR}}{{#SIN_ORH}}<div class="alerta"><p>Esta entidad aún no tiene jefatura de ORH en el portal: nadie puede registrar a su personal.</p></div>
{{/SIN_ORH}}<div class="acc"><a class="btn" href="/entidad/{{ID}}/orh">Invitar a la jefatura de la ORH</a> <a class="btn sec" href="/usuario/nuevo?entidad={{CLAVE:url_query_escape}}">Dar otra cuenta en esta entidad</a></div>
{{/PUEDE_INVITAR}}{{#PUEDE_SEGUIR}}<p><a href="/seguimiento/{{ID}}/entidad">Seguimiento: semáforo, contactos y compromisos</a></p>
{{/PUEDE_SEGUIR}}<ul class="cifras">
<li><a href="/servidor/lista?vigencia=TODOS&amp;entidad={{ID:url_query_escape}}"><b>{{#MUCHAS}}más de {{/MUCHAS}}{{PERSONAS:x-miles}}</b> {{PERSONAS:x-segun=persona registrada/personas registradas}}</a></li>
<li><a href="/servidor/lista?estado=VENCIDA&amp;entidad={{ID:url_query_escape}}"><b>{{#VENCIDAS_MUCHAS}}más de {{/VENCIDAS_MUCHAS}}{{VENCIDAS:x-miles}}</b> {{VENCIDAS:x-segun=persona/personas}} con etapas vencidas</a></li>
</ul>
<h2>Datos</h2>
<dl class="ficha">
<div><dt>RUC</dt><dd>{{#HAY_RUC}}{{RUC}}{{/HAY_RUC}}{{#NO_RUC}}<span class="hint">Por registrar</span>{{/NO_RUC}}</dd></div>
<div><dt>Sigla</dt><dd>{{#HAY_SIGLA}}{{SIGLA}}{{/HAY_SIGLA}}{{#NO_SIGLA}}<span class="hint">No tiene</span>{{/NO_SIGLA}}</dd></div>
<div><dt>Código en el portal</dt><dd>{{CLAVE}}</dd></div>
<div><dt>Última actividad</dt><dd>{{#HAY_ULTIMA}}{{ULTIMA}}{{/HAY_ULTIMA}}{{#NO_ULTIMA}}<span class="hint">Ninguna</span>{{/NO_ULTIMA}}</dd></div>
{{#HAY_FUENTE}}<div><dt>Fuente</dt><dd>{{FUENTE}}</dd></div>
{{/HAY_FUENTE}}{{#HAY_VIGENTE_HASTA}}<div><dt>Existió hasta</dt><dd>{{VIGENTE_HASTA:x-largo}}</dd></div>
{{/HAY_VIGENTE_HASTA}}</dl>
<h2>Oficina de recursos humanos</h2>
{{#HAY_EQUIPO}}<table class="apila">
<caption class="vh">Equipo de la ORH</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Rol</th><th scope="col">Cuenta</th><th scope="col">Último ingreso</th></tr></thead>
<tbody>
{{#EQUIPO}}<tr><th scope="row">{{#PUEDE_VER_CUENTA}}<a href="/usuario/{{USUARIO_ID}}/ficha">{{NOMBRE}}</a>{{/PUEDE_VER_CUENTA}}{{#NO_PUEDE_VER_CUENTA}}{{NOMBRE}}{{/NO_PUEDE_VER_CUENTA}}</th>
<td data-label="Rol">{{ROL_NOMBRE}}{{#SUSTITUTO}}, sustituye{{/SUSTITUTO}}{{#HAY_HASTA}} hasta el {{HASTA}}{{/HAY_HASTA}}</td>
<td data-label="Cuenta">{{#POR_ENTRAR}}Invitada: aún no crea su contraseña{{/POR_ENTRAR}}{{#NO_POR_ENTRAR}}{{ESTADO:x-palabra}}{{/NO_POR_ENTRAR}}</td>
<td data-label="Último ingreso">{{#HAY_ULTIMO_INGRESO}}{{ULTIMO_INGRESO}}{{/HAY_ULTIMO_INGRESO}}{{#NO_ULTIMO_INGRESO}}<span class="hint">Nunca</span>{{/NO_ULTIMO_INGRESO}}</td></tr>
{{/EQUIPO}}</tbody>
</table>
{{/HAY_EQUIPO}}{{#NO_EQUIPO}}{{#HAY_JEFE}}<p>La dirige {{JEFE}}{{#HAY_JEFE_CORREO}} ({{JEFE_CORREO}}){{/HAY_JEFE_CORREO}}.</p>{{/HAY_JEFE}}{{#NO_JEFE}}<p class="hint">Nadie tiene todavía un rol de ORH en esta entidad.</p>{{/NO_JEFE}}
{{/NO_EQUIPO}}<h2>Unidades</h2>
{{#PUEDE_EDITAR}}<p><a href="/entidad/{{ID}}/unidad">Agregar una unidad</a></p>
{{/PUEDE_EDITAR}}{{#HAY_UNIDADES}}<table class="apila">
<caption class="vh">Órganos y unidades de la entidad</caption>
<thead><tr><th scope="col">Unidad</th><th scope="col">Tipo</th><th scope="col" class="num">Nivel</th><th scope="col">Depende de</th><th scope="col">Estado</th></tr></thead>
<tbody>
{{#UNIDADES}}<tr><th scope="row">{{#PUEDE_EDITAR}}<a href="/entidad/{{ENTIDAD_ID}}/unidad?unidad={{ID:url_query_escape}}">{{NOMBRE}}</a>{{/PUEDE_EDITAR}}{{#NO_PUEDE_EDITAR}}{{NOMBRE}}{{/NO_PUEDE_EDITAR}}{{#HAY_SIGLA}} <span class="hint">{{SIGLA}}</span>{{/HAY_SIGLA}}</th>
<td data-label="Tipo">{{TIPO}}</td><td data-label="Nivel" class="num">{{NIVEL}}</td>
<td data-label="Depende de">{{#HAY_PADRE}}{{PADRE}}{{/HAY_PADRE}}</td>
<td data-label="Estado">{{#VIGENTE}}Vigente{{#PREDETERMINADO}}; la propone el formulario{{/PREDETERMINADO}}{{/VIGENTE}}{{#NO_VIGENTE}}Terminó el {{HASTA}}{{/NO_VIGENTE}}</td></tr>
{{/UNIDADES}}</tbody>
</table>
{{/HAY_UNIDADES}}{{#NO_UNIDADES}}<p class="hint">Aún no se registran unidades. También se crean al registrar a una persona.</p>
{{/NO_UNIDADES}}
