{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Usuarios</h1>
<p class="lead">Cuentas del portal y los roles que tienen hoy.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Busque una cuenta por nombre o documento y ábrala para dar o retirar roles, suspenderla o generar otro enlace. La identidad es el documento: varias personas pueden compartir un correo.</p></details>
{{#PUEDE_CREAR}}<div class="acc"><a class="btn" href="/usuario/nuevo">Dar una cuenta</a></div>
{{/PUEDE_CREAR}}<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}{{>CAMPO_ROL}}{{>CAMPO_ESTADO}}
<button class="sec">Buscar</button>
</form>
{{#SOBRAN_PALABRAS}}<p class="hint" role="status">Solo se usaron las tres primeras palabras.</p>
{{/SOBRAN_PALABRAS}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Cuentas, de la más nueva a la más antigua</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">Roles de hoy</th><th scope="col">Cuenta</th><th scope="col">Último ingreso</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/usuario/{{ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Roles de hoy">{{#HAY_ROLES}}{{ROLES}}{{/HAY_ROLES}}{{#NO_ROLES}}<span class="hint">Ninguno: no puede entrar</span>{{/NO_ROLES}}</td>
<td data-label="Cuenta">{{ESTADO:x-palabra}}</td>
<td data-label="Último ingreso">{{#HAY_ULTIMO_INGRESO}}{{ULTIMO_INGRESO}}{{/HAY_ULTIMO_INGRESO}}{{#NO_ULTIMO_INGRESO}}<span class="hint">Nunca</span>{{/NO_ULTIMO_INGRESO}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna cuenta coincide. Escriba el documento completo o el comienzo de los apellidos, o <a href="/usuario/lista">vea todas</a>.</p></div>{{/NO_FILAS}}
