{{%AUTOESCAPE context="HTML"}}
<h1>{{NOMBRE}}</h1>
<p class="lead">{{DOCUMENTO}} · Cuenta {{#INVITADO}}invitada: aún no crea su contraseña{{/INVITADO}}{{#ACTIVO}}activa{{/ACTIVO}}{{#SUSPENDIDO}}suspendida{{/SUSPENDIDO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea qué puede hacer esta persona y hasta cuándo. Un rol retirado no se borra: queda en la lista de pasados. Cada consulta de esta página queda anotada.</p></details>
{{#PUEDE_ADMINISTRAR}}<div class="acc"><a class="btn" href="/usuario/{{USUARIO_ID}}/rol">Dar un rol</a>
{{#NO_SUSPENDIDO}}<a class="btn sec" href="/usuario/{{USUARIO_ID}}/enlace">Generar otro enlace</a>
{{/NO_SUSPENDIDO}}<a class="btn sec" href="/usuario/{{USUARIO_ID}}/cerrar">Cerrar sus sesiones</a>
{{#PUEDE_RETIRAR}}<a class="btn sec" href="/usuario/{{USUARIO_ID}}/suspender">{{#SUSPENDIDO}}Reactivar la cuenta{{/SUSPENDIDO}}{{#NO_SUSPENDIDO}}Suspender la cuenta{{/NO_SUSPENDIDO}}</a>{{/PUEDE_RETIRAR}}</div>
{{/PUEDE_ADMINISTRAR}}<dl class="ficha">
<div><dt>Correo de la cuenta</dt><dd>{{#HAY_CORREO}}{{CORREO}}{{/HAY_CORREO}}{{#NO_CORREO}}<span class="hint">No tiene: sus enlaces se entregan en mano</span>{{/NO_CORREO}}{{#PUEDE_ADMINISTRAR}} <a href="/usuario/{{USUARIO_ID}}/correo">{{#HAY_CORREO}}Cambiar{{/HAY_CORREO}}{{#NO_CORREO}}Registrar{{/NO_CORREO}}<span class="vh"> el correo de la cuenta</span></a>{{/PUEDE_ADMINISTRAR}}</dd></div>
<div><dt>Creada</dt><dd>{{CREADO}}{{#HAY_CREADO_POR}} por {{CREADO_POR}}{{/HAY_CREADO_POR}}</dd></div>
<div><dt>Último ingreso</dt><dd>{{#HAY_ULTIMO_INGRESO}}{{ULTIMO_INGRESO}}{{/HAY_ULTIMO_INGRESO}}{{#NO_ULTIMO_INGRESO}}<span class="hint">Nunca</span>{{/NO_ULTIMO_INGRESO}}</dd></div>
<div><dt>Última contraseña</dt><dd>{{#HAY_CLAVE_CAMBIADA}}{{CLAVE_CAMBIADA}}{{/HAY_CLAVE_CAMBIADA}}{{#NO_CLAVE_CAMBIADA}}<span class="hint">Aún no la crea</span>{{/NO_CLAVE_CAMBIADA}}</dd></div>
<div><dt>Sesiones abiertas</dt><dd>{{SESIONES}}</dd></div>
</dl>
<h2>Roles vigentes</h2>
{{#HAY_VIGENTES}}<table class="apila">
<caption class="vh">Roles vigentes</caption>
<thead><tr><th scope="col">Rol</th><th scope="col">Ámbito</th><th scope="col">Desde</th><th scope="col">Hasta</th><th scope="col">Dado por</th></tr></thead>
<tbody>
{{#VIGENTES}}<tr><th scope="row">{{ROL_NOMBRE}}{{#SUSTITUTO}} (sustituye){{/SUSTITUTO}}{{#PUEDE_RETIRAR}}<br><a href="/usuario/retirar/{{ID}}">Retirar <span class="vh">el rol {{ROL_NOMBRE}}</span></a>{{/PUEDE_RETIRAR}}</th>
<td data-label="Ámbito">{{#HAY_ENTIDAD}}{{ENTIDAD}}{{/HAY_ENTIDAD}}{{#NO_ENTIDAD}}{{#HAY_AMBITO}}{{AMBITO}}{{/HAY_AMBITO}}{{#NO_AMBITO}}Todo el portal{{/NO_AMBITO}}{{/NO_ENTIDAD}}</td>
<td data-label="Desde">{{DESDE}}</td><td data-label="Hasta">{{#HAY_HASTA}}{{HASTA}}{{/HAY_HASTA}}{{#NO_HASTA}}Sin término{{/NO_HASTA}}</td>
<td data-label="Dado por">{{#HAY_OTORGADA_POR}}{{OTORGADA_POR}}{{/HAY_OTORGADA_POR}}{{#HAY_MOTIVO}} <span class="hint">{{MOTIVO}}</span>{{/HAY_MOTIVO}}</td></tr>
{{/VIGENTES}}</tbody>
</table>
{{/HAY_VIGENTES}}{{#NO_VIGENTES}}<p>Ninguno: esta cuenta no puede entrar.</p>
{{/NO_VIGENTES}}{{#HAY_PASADOS}}<h2>Roles pasados</h2>
<table class="apila">
<caption class="vh">Roles que terminaron o se retiraron</caption>
<thead><tr><th scope="col">Rol</th><th scope="col">Ámbito</th><th scope="col">Desde</th><th scope="col">Terminó</th></tr></thead>
<tbody>
{{#PASADOS}}<tr><th scope="row">{{ROL_NOMBRE}}</th>
<td data-label="Ámbito">{{#HAY_ENTIDAD}}{{ENTIDAD}}{{/HAY_ENTIDAD}}{{#NO_ENTIDAD}}{{#HAY_AMBITO}}{{AMBITO}}{{/HAY_AMBITO}}{{#NO_AMBITO}}Todo el portal{{/NO_AMBITO}}{{/NO_ENTIDAD}}</td>
<td data-label="Desde">{{DESDE}}</td>
<td data-label="Terminó">{{#HAY_REVOCADA}}Retirado el {{REVOCADA}}{{#HAY_REVOCADA_POR}} por {{REVOCADA_POR}}{{/HAY_REVOCADA_POR}}{{/HAY_REVOCADA}}{{#NO_REVOCADA}}{{#HAY_HASTA}}{{HASTA}}{{/HAY_HASTA}}{{#NO_HASTA}}<span class="hint">Aún no empieza</span>{{/NO_HASTA}}{{/NO_REVOCADA}}{{#HAY_MOTIVO}} <span class="hint">{{MOTIVO}}</span>{{/HAY_MOTIVO}}</td></tr>
{{/PASADOS}}</tbody>
</table>
{{/HAY_PASADOS}}
